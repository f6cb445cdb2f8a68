/**
 * What the extension shows on a page lies in a closed shadow root, which no page can enter: the browser's accessibility
 * tree tells what is there, as it would tell a screen reader.
 */
export class PageLayer {
  #page;
  #protocol;

  constructor(page, protocol) {
    this.#page = page;
    this.#protocol = protocol;
  }

  static async of(page) {
    return new PageLayer(page, await page.context().newCDPSession(page));
  }

  /** The open card's figures, line by line; null where no card is open. */
  async readCard() {
    const nodes = await this.#nodes();
    const dialog = nodes.find(({ role }) => role === 'dialog');
    if (!dialog) return null;
    return descendants(dialog, nodes)
      .filter(({ role }) => role === 'heading' || role === 'paragraph')
      .map((node) => node.name || words(node, nodes));
  }

  /** Presses the button of that name with the mouse; false where there is none. */
  async click(name) {
    const button = (await this.#nodes()).find((node) => node.role === 'button' && node.name === name);
    if (!button) return false;
    const { quads } = await this.#protocol.send('DOM.getContentQuads', { backendNodeId: button.backendNodeId });
    const [[left, top, , , right, bottom]] = quads;
    await this.#page.mouse.click((left + right) / 2, (top + bottom) / 2);
    return true;
  }

  /** Whether a text can be read anywhere on it. */
  async says(text) {
    return (await this.#nodes()).some(({ role, name }) => role === 'StaticText' && name.includes(text));
  }

  async #nodes() {
    const { nodes } = await this.#protocol.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored || true)
      .map(({ nodeId, role, name, childIds, backendDOMNodeId }) => ({
        id: nodeId,
        role: role?.value,
        name: name?.value ?? '',
        childIds: childIds ?? [],
        backendNodeId: backendDOMNodeId,
      }));
  }
}

function descendants(node, nodes) {
  return node.childIds.flatMap((id) => {
    const child = nodes.find((candidate) => candidate.id === id);
    return child ? [child, ...descendants(child, nodes)] : [];
  });
}

function words(node, nodes) {
  return descendants(node, nodes)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('')
    .trim();
}
