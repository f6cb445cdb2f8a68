/** Notices are announced politely, again where they are new, and may offer one action. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { Notice } from '../../components/Notice';

it('the live region is there, and empty, before there is anything to say', () => {
  render(<Notice notice={null} />);
  expect(screen.getByRole('status').textContent).toBe('');
});

it('the same words said anew are a new node, so that they are announced again', () => {
  const { rerender } = render(<Notice notice={{ kind: 'done', message: 'Copied.' }} />);
  const first = screen.getByText('Copied.');
  rerender(<Notice notice={{ kind: 'done', message: 'Copied.' }} />);
  expect(screen.getByText('Copied.')).not.toBe(first);
});

it('a notice that did not change is left alone', () => {
  const notice = { kind: 'failed', message: 'Copying failed.' } as const;
  const { rerender } = render(<Notice notice={notice} />);
  const first = screen.getByText('Copying failed.');
  rerender(<Notice notice={notice} />);
  expect(screen.getByText('Copying failed.')).toBe(first);
});

it('its action is a button outside the live region', () => {
  const onAction = vi.fn();
  render(<Notice notice={{ kind: 'done', message: '1 quote deleted.', action: { label: 'Undo', onAction } }} />);
  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.click(undo);
  expect(onAction).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('status').contains(undo)).toBe(false);
});
