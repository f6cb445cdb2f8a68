/** A QR code whose maker, a sixth of the popup, is loaded only once a code is asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { QrCode, QrCodeProps } from './QrCode';

/** Where the code can't be made the link stands in its place. */
export function QrCodeWhenAsked(props: QrCodeProps) {
  const [Code, setCode] = useState<{ draw: typeof QrCode } | 'failed' | null>(null);
  useEffect(() => {
    import('./QrCode').then(
      ({ QrCode }) => setCode({ draw: QrCode }),
      () => setCode('failed'),
    );
  }, []);
  if (Code === null) return null;
  return Code === 'failed' ? <p class="qr-link">{props.link}</p> : <Code.draw {...props} />;
}
