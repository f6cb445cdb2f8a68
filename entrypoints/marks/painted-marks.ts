/** The marks as they are painted: again where the page's colours changed or it cleared them, but it has its way in the end. */
import { type Painting, paint } from '../../lib/dom/highlighter';
import { watchColours } from './watch-colours';

/** How often the same marks are painted again. */
const MAX_REPAINTS = 20;

export class PaintedMarks {
  #ranges: readonly Range[] = [];
  #print = false;
  #painting: Painting | undefined;
  #repaints = 0;
  readonly #stopColours = watchColours(() => this.#repaint());

  /** Paints these ranges in place of those before; on paper too if `print`. */
  show(ranges: readonly Range[], print: boolean): void {
    this.#ranges = ranges;
    this.#print = print;
    this.#repaints = 0;
    this.#paint();
  }

  /** Takes all of them away, for good. */
  remove(): void {
    this.#stopColours();
    this.#painting?.remove();
  }

  #paint(): void {
    this.#painting?.remove();
    this.#painting = paint(this.#ranges, { print: this.#print });
  }

  #repaint(): void {
    if (this.#painting?.isCurrent() || this.#repaints >= MAX_REPAINTS) return;
    this.#repaints += 1;
    this.#paint();
  }
}
