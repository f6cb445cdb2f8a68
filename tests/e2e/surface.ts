/** What a person sees and works: controls are found by the words on them and pressed with the real mouse. */
import { expect } from '@playwright/test';
import type { Box, Point, Root, RootName, Tab } from './extension';

export interface Control {
  name: string;
  box: Box;
  href: string | null;
  value: string;
  focused: boolean;
  disabled: boolean;
}

export class Surface {
  constructor(
    readonly tab: Tab,
    private readonly root: RootName = 'document',
    /** Selects the part that is meant; all of it where empty. */
    private readonly within = '',
  ) {}

  /** The words that can be read on it, white space folded; empty where it isn't there. */
  async text(): Promise<string> {
    return (await this.tab.inRoot(this.root, readText, this.within)) ?? '';
  }

  async isOpen(): Promise<boolean> {
    return (await this.text()) !== '';
  }

  /** Its visible controls in order. */
  async controls(): Promise<Control[]> {
    return (await this.tab.inRoot(this.root, readControls, { within: this.within, scrollTo: -1 })) ?? [];
  }

  /** Waits for a control whose name matches; of several, the one at `index`. */
  async control(name: string | RegExp, index = 0): Promise<Control> {
    const find = async () => (await this.controls()).filter((control) => isNamed(control, name))[index];
    await expect.poll(find, { message: `no control is named ${name}` }).toBeTruthy();
    return (await find()) as Control;
  }

  async click(name: string | RegExp, index = 0): Promise<void> {
    await this.control(name, index);
    // What still comes in would move the control away from the press.
    await expect.poll(() => this.tab.inRoot(this.root, isBusy, undefined)).not.toBe(true);
    const controls = await this.controls();
    const scrollTo = controls.indexOf(controls.filter((control) => isNamed(control, name))[index] as Control);
    await this.tab.inRoot(this.root, readControls, { within: this.within, scrollTo });
    await this.tab.click(middle((await this.control(name, index)).box));
  }

  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.click(name);
    await this.tab.type(text);
  }

  async shows(text: string): Promise<void> {
    await expect.poll(() => this.text()).toContain(text);
  }

  async closes(): Promise<void> {
    await expect.poll(() => this.isOpen()).toBe(false);
  }
}

function isBusy(root: Root): boolean {
  return root.querySelector('[aria-busy="true"]') !== null;
}

/** All that the extension shows on a web page: controls, card and notices. */
export function layer(tab: Tab): Surface {
  return new Surface(tab, 'layer');
}

/** The card that is open on a web page. */
export function card(tab: Tab): Surface {
  return new Surface(tab, 'layer', '[role="dialog"]');
}

export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function isNamed(control: Control, name: string | RegExp): boolean {
  return typeof name === 'string' ? control.name === name : name.test(control.name);
}

/** Runs in the browser. */
function readText(root: Root, within: string): string {
  const parts = within
    ? root.querySelectorAll<HTMLElement>(within)
    : root.querySelectorAll<HTMLElement>(':is(body, :host > *)');
  const words = [...parts].map((element) => element.innerText ?? '');
  return words.join('\n').replace(/\s+/g, ' ').trim();
}

/** Runs in the browser; brings the control at `scrollTo` into view first. */
function readControls(root: Root, { within, scrollTo }: { within: string; scrollTo: number }): Control[] {
  const selector =
    ':is(a[href],button,input,select,textarea,summary,[role="button"],[role="menuitem"],[role="switch"])';
  const controls = [...root.querySelectorAll<HTMLElement>(`${within} ${selector}`)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  controls[scrollTo]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return controls.map((element) => {
    const field = element as HTMLInputElement;
    const labels = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => root.getElementById(id));
    const name =
      labels
        .map((label) => label?.textContent)
        .join(' ')
        .trim() ||
      element.getAttribute('aria-label') ||
      [...(field.labels ?? [])].map((label) => label.innerText).join(' ') ||
      element.innerText ||
      element.title;
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      box: { x, y, width, height },
      href: element.getAttribute('href'),
      value: field.value ?? '',
      focused: root.activeElement === element,
      disabled: field.disabled ?? false,
    };
  });
}
