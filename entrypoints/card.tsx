/** The card's script: loaded into a page's isolated world only when a card is opened there. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ClaimCard } from '../components/ClaimCard';
import cardCss from '../components/ClaimCard.css?inline';
import evidenceCss from '../components/EvidenceList.css?inline';
import figureCss from '../components/Figure.css?inline';
import shareCss from '../components/ShareMenu.css?inline';
import themeCss from '../components/theme.css?inline';
import type { MountCard } from './marks/open-card';

export default defineUnlistedScript(() => {
  const sheets = [themeCss, figureCss, evidenceCss, shareCss, cardCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  const mountCard: MountCard = (root, place, props) => {
    if (!root.adoptedStyleSheets.includes(sheets[0] as CSSStyleSheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
    }
    render(<ClaimCard {...props} />, place);
    return () => render(null, place);
  };
  Object.assign(globalThis, { timeToTalkIaptCard: mountCard });
});
