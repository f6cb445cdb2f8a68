/** What a person sees and works: controls are found by the words on them and pressed with the real mouse. */
import { expect } from '@playwright/test';
import type { Box, Point, Root, RootName, Tab } from './extension';

export interface Control {
  name: string;
  box: Box;
  href: string | null;
  value: string;
  focused: boolean;
  pressed: boolean;
}

export class Surface {
  constructor(
    readonly tab: Tab,
    private readonly root: RootName = 'document',
  ) {}

  /** The words that can be read on it, white space folded. */
  async text(selector = ':is(body, [role="dialog"])'): Promise<string> {
    const text = await this.tab.inRoot(this.root, readText, selector);
    return text ?? '';
  }

  /** The visible controls in their order; with `part`, those whose name contains it. */
  async controls(part = ''): Promise<Control[]> {
    const controls = (await this.tab.inRoot(this.root, readControls, undefined)) ?? [];
    return controls.filter(({ name }) => name.includes(part));
  }

  /** Waits for the control of that name and returns it; of several, the one at `index`. */
  async control(name: string, index = 0): Promise<Control> {
    const find = async () => (await this.controls()).filter((control) => control.name === name)[index];
    await expect.poll(find, { message: `there is no control “${name}”` }).toBeTruthy();
    return (await find()) as Control;
  }

  async click(name: string, index = 0): Promise<void> {
    await this.control(name, index);
    await this.tab.inRoot(this.root, scrollToControl, { name, index });
    await this.tab.click(middle((await this.control(name, index)).box));
  }

  /** Waits until the text can be read. */
  async shows(text: string): Promise<void> {
    await expect.poll(() => this.text()).toContain(text);
  }
}

export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function readText(root: Root, selector: string): string {
  const parts = [...root.querySelectorAll<HTMLElement>(selector)].map((element) => element.innerText);
  return parts.join('\n').replace(/\s+/g, ' ').trim();
}
