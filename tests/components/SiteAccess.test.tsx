/** Site access asks straight from the press, names what it asks for, and lists what was granted. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { SiteAccess, type SiteAccessProps } from '../../components/SiteAccess';
import { groupOrigins, NEWS_GROUPS, originsOf } from '../../lib/domain/site';

function show(props: Partial<SiteAccessProps> = {}) {
  const onTurnOn = vi.fn();
  const onTurnOff = vi.fn();
  render(<SiteAccess suggested={null} grants={[]} onTurnOn={onTurnOn} onTurnOff={onTurnOff} {...props} />);
  return { onTurnOn, onTurnOff };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const grants = groupOrigins([...originsOf('theguardian.com'), ...originsOf('a.example')]);
const field = () => screen.getByRole('textbox', { name: /Address of the site/ });

describe('site access', () => {
  it('says when it reads a page, and that what it reads stays here', () => {
    show();
    screen.getByText(/only when you press Check this page, or on the sites you list here\. What it reads stays in/);
    screen.getByText(/^On no site\./);
  });

  it('offers the site that the person came from, and asks within the press', () => {
    const { onTurnOn } = show({ suggested: 'theguardian.com' });
    screen.getByText(/The Guardian \(theguardian\.com\)/);
    press('Turn on for this site');
    expect(onTurnOn).toHaveBeenCalledExactlyOnceWith(['theguardian.com']);
  });

  it.each([
    ['itself', grants],
    ['every site', groupOrigins(['<all_urls>'])],
  ])('says that a site is on where %s was granted', (_, grants) => {
    show({ suggested: 'theguardian.com', grants });
    screen.getByText('It is on for The Guardian.');
    expect(screen.queryByRole('button', { name: 'Turn on for this site' })).toBe(null);
  });

  it('says that a site is on where the site above it was granted', () => {
    show({ suggested: 'amp.theguardian.com', grants });
    screen.getByText('It is on for amp.theguardian.com.');
  });

  it('puts the focus on what came of the press, in place of the button', () => {
    const props = { suggested: 'theguardian.com', grants: [], onTurnOn: vi.fn(), onTurnOff: vi.fn() };
    const { rerender } = render(<SiteAccess {...props} />);
    press('Turn on for this site');
    rerender(<SiteAccess {...props} grants={grants} />);
    expect(document.activeElement?.textContent).toBe('It is on for The Guardian.');
  });

  it('lists what is granted, and turns off one or all', () => {
    const { onTurnOff } = show({ grants });
    screen.getByText('The Guardian (theguardian.com)');
    press('Turn off for a.example');
    expect(onTurnOff).toHaveBeenLastCalledWith([grants[0]]);
    expect(document.activeElement?.textContent).toBe('Where it is on');
    press('Turn off everywhere');
    expect(onTurnOff).toHaveBeenLastCalledWith(grants);
  });
});

describe('another site', () => {
  it('is turned on as the site of the address that was typed', () => {
    const { onTurnOn } = show();
    fireEvent.input(field(), { target: { value: 'https://www.hsj.co.uk/a?b' } });
    press('Turn on');
    expect(onTurnOn).toHaveBeenCalledExactlyOnceWith(['hsj.co.uk']);
    expect(field()).toHaveProperty('value', '');
  });

  it('that is none is refused with the reason, what was typed is kept, and the browser is not asked', () => {
    const { onTurnOn } = show();
    fireEvent.input(field(), { target: { value: 'the guardian' } });
    press('Turn on');
    expect(screen.getByRole('alert').textContent).toMatch(/“the guardian” is not the address of a site/);
    expect(onTurnOn).not.toHaveBeenCalled();
    expect(field()).toHaveProperty('value', 'the guardian');
    expect(document.activeElement).toBe(field());
  });
});

describe('the UK news sites', () => {
  const sitesOf = (isWanted: (id: string, isNews: boolean) => boolean) =>
    NEWS_GROUPS.filter(({ id, isNews }) => isWanted(id, isNews)).flatMap(({ sites }) => sites.map(({ site }) => site));

  it('are named before the browser asks', () => {
    show();
    for (const { sites } of NEWS_GROUPS) screen.getByText(sites.map(({ name }) => name).join(', '));
  });

  it('are the press alone until other kinds are chosen', () => {
    const { onTurnOn } = show();
    press(/^Turn on for UK news sites/);
    expect(onTurnOn).toHaveBeenLastCalledWith(sitesOf((_, isNews) => isNews));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Official sites/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Regional news/ }));
    press(/^Turn on for UK news sites/);
    expect(onTurnOn).toHaveBeenLastCalledWith(
      sitesOf((id, isNews) => (isNews || id === 'official') && id !== 'regionalNews'),
    );
  });
});
