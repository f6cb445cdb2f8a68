/** Site access in Chromium, which lets no test answer its question: the site was granted before. */
import { expectGuardianAlone } from './granted-site';
import { test, withOwnBrowser } from './harness';

test('a granted site is checked without a press, alone, and is listed until it is turned off', async () => {
  const grantedBefore = ['https://*.theguardian.com/*', 'http://*.theguardian.com/*'];
  await withOwnBrowser({ variant: 'production', grantedBefore }, expectGuardianAlone);
});
