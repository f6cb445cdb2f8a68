/** The one polite live region of a surface: what was done or failed, and what can be done about it. */
import { useRef } from 'preact/hooks';

export interface NoticeContent {
  kind: 'done' | 'failed';
  message: string;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onAction: () => void };
}

/**
 * Shows and announces a notice. It has to be on the page from the start, with `null`, or its first message is not announced.
 * A new object is announced again even where its words are the same.
 */
export function Notice({ notice }: { notice: NoticeContent | null }) {
  const last = useRef({ notice, turn: 0 });
  if (last.current.notice !== notice) last.current = { notice, turn: last.current.turn + 1 };
  return (
    <div class="notice" data-kind={notice?.kind} data-shown={notice ? '' : undefined}>
      <p role="status">{notice && <span key={last.current.turn}>{notice.message}</span>}</p>
      {notice?.action && (
        <button type="button" class="button" onClick={notice.action.onAction}>
          {notice.action.label}
        </button>
      )}
    </div>
  );
}
