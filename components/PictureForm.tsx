/** A picture of a quote or a figure, with its shape and colours to choose, and the words for those who don't see it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { reasonOf } from '../lib/domain/error-reason';
import type { Picture } from '../lib/domain/picture';

type Size = 'wide' | 'square';
type Colours = 'light' | 'dark';

interface PictureFormProps {
  picture: Picture;
  /** Draws into the canvas; throws Error where the words don't fit. */
  draw(canvas: HTMLCanvasElement, picture: Picture, size: Size, colours: Colours): void;
  onSave(canvas: HTMLCanvasElement, fileName: string): Promise<void>;
  onCopy(text: string): Promise<void>;
}

export function PictureForm({ picture, draw, onSave, onCopy }: PictureFormProps) {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>('wide');
  const [colours, setColours] = useState<Colours>('light');
  const [message, setMessage] = useState('');
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    try {
      if (canvas.current) draw(canvas.current, picture, size, colours);
      setFailure(null);
    } catch (error) {
      setFailure(reasonOf(error));
    }
  }, [picture, size, colours]);

  function run(action: Promise<void>, done: string) {
    action.then(
      () => setMessage(done),
      (error: unknown) => setMessage(reasonOf(error)),
    );
  }

  return (
    <section class="picture-form" aria-label={i18n.t('picture.title')}>
      <div class="picture-row">
        <label>
          {i18n.t('picture.shape')}{' '}
          <select value={size} onChange={({ currentTarget }) => setSize(currentTarget.value as Size)}>
            <option value="wide">{i18n.t('picture.wide')}</option>
            <option value="square">{i18n.t('picture.square')}</option>
          </select>
        </label>
        <label>
          {i18n.t('picture.colours')}{' '}
          <select value={colours} onChange={({ currentTarget }) => setColours(currentTarget.value as Colours)}>
            <option value="light">{i18n.t('picture.light')}</option>
            <option value="dark">{i18n.t('picture.dark')}</option>
          </select>
        </label>
      </div>
      <canvas ref={canvas} class="picture" role="img" aria-label={picture.alt} hidden={failure !== null} />
      {failure === null ? (
        <>
          <label for={id}>{i18n.t('picture.alt')}</label>
          <textarea id={id} readOnly rows={4} value={picture.alt} />
          <p class="picture-row">
            <button
              type="button"
              class="button"
              onClick={() =>
                canvas.current &&
                run(onSave(canvas.current, `${picture.fileName}-${size}.png`), i18n.t('picture.saved'))
              }
            >
              {i18n.t('picture.save')}
            </button>
            <button type="button" class="button" onClick={() => run(onCopy(picture.alt), i18n.t('common.copied'))}>
              {i18n.t('picture.copyAlt')}
            </button>
          </p>
          <p role="status">{message}</p>
        </>
      ) : (
        <p class="page-warning" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
