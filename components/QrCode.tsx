/** A link as a QR code, made on the device, with the link in words beside it. */
import { encodeQR } from 'qr';
import { i18n } from '#i18n';
import { Sentence } from './Sentence';

/** Light margin around the code, in modules: four, as ISO/IEC 18004 asks. */
const QUIET_ZONE = 4;

export interface QrCodeProps {
  link: string;
  /** What the code leads to, in words: it may be printed alone. */
  leadsTo: string;
}

/** Throws where the link is too long for a QR code. */
export function QrCode({ link, leadsTo }: QrCodeProps) {
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  return (
    <figure class="qr-code">
      <svg viewBox={`0 0 ${modules.length} ${modules.length}`} role="img" shape-rendering="crispEdges">
        <title>{i18n.t('qrCode.name', { place: leadsTo })}</title>
        <path class="qr-ground" d={`M0 0h${modules.length}v${modules.length}H0z`} />
        <path class="qr-modules" d={drawModules(modules)} />
      </svg>
      <figcaption>
        <Sentence
          text={i18n.t('qrCode.caption', { place: leadsTo })}
          parts={{ link: () => <span class="qr-link">{link}</span> }}
        />
      </figcaption>
    </figure>
  );
}

/** One path for all dark modules. */
function drawModules(modules: boolean[][]): string {
  return modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
