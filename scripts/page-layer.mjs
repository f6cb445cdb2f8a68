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

  /** How the open card's figures bear on the passage, and what they say, line by line; null where no card is open. */
  async readCard() {
    const nodes = await this.#nodes();
    const dialog = nodes.find(({ role }) => role === 'dialog');
    if (!dialog) return null;
    const parts = within(dialog, nodes);
    const relations = parts.filter(({ level }) => level === 2).map(({ name }) => name);
    const figures = parts.filter(({ role }) => role === 'figure').map((figure) => readQuestion(words(figure, nodes)));
    return relations.map((relation, index) => `${figures[index]} ${relation}`);
  }

  /** Whether the open card has grown to its full size: other evidence is asked for, and comes, for each figure. */
  async hasEvidence() {
    const nodes = await this.#nodes();
    const dialog = nodes.find(({ role }) => role === 'dialog');
    const parts = dialog ? within(dialog, nodes) : [];
    const figures = parts.filter(({ role }) => role === 'figure').length;
    return (
      figures > 0 &&
      parts.filter(({ name, level }) => level === 3 && name === 'Other evidence').length === figures &&
      !parts.some(({ name }) => name.startsWith('Looking for'))
    );
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

  /** Whether a text can be read anywhere on the page or the layer. */
  async says(text) {
    return (await this.#nodes()).some(({ role, name }) => role === 'StaticText' && name.includes(text));
  }

  async #nodes() {
    const { nodes } = await this.#protocol.send('Accessibility.getFullAXTree');
    return nodes.map(({ nodeId, role, name, properties = [], childIds = [], backendDOMNodeId }) => ({
      id: nodeId,
      role: role?.value,
      name: name?.value ?? '',
      level: properties.find((property) => property.name === 'level')?.value.value,
      childIds,
      backendNodeId: backendDOMNodeId,
    }));
  }
}

/** The nodes within a node, in reading order. */
function within(node, nodes) {
  return node.childIds.flatMap((id) => {
    const child = nodes.find((candidate) => candidate.id === id);
    return child ? [child, ...within(child, nodes)] : [];
  });
}

function words(node, nodes) {
  return within(node, nodes)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('');
}

/** A figure's words up to the end of the question that it answers; its disclosure follows there. */
function readQuestion(text) {
  return text.slice(0, text.indexOf('”') + 1).replace('%said', '% said');
}
