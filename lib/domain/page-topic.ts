/** Whether a page is about IAPT, told by its names; other bodies of the same name are told apart. */

/** The programme's names since 2008, and the names of the roles that only it has. */
const NAME =
  /\bIAPT\b|access (?:to|for) psychological therap|NHS talking therap|\bNHS TT\b|talking therap(?:y|ies) (?:service|programme)|psychological well-?being practitioner|\bPWPs?\b|(?:low|high)[ -]intensity (?:therap|practitioner|worker)/gi;

/** Words of the other bodies called IAPT: plant taxonomists, physics teachers. */
const IMPOSTOR = /plant taxonom|\btaxon\b|botan|nomenclature|physics teacher|olympiad/i;
const FULL_NAME = /psychological therap|talking therap|psychological well-?being practitioner/i;

/** Whether a text names IAPT at all: the one test that every visited page pays for. */
export function mentionsIapt(text: string): boolean {
  NAME.lastIndex = 0;
  return NAME.test(text);
}

/** Whether the page is about IAPT rather than about a body of the same name. */
export function isAboutIapt(title: string, text: string): boolean {
  if (!mentionsIapt(title) && !mentionsIapt(text)) return false;
  return FULL_NAME.test(text) || FULL_NAME.test(title) || !(IMPOSTOR.test(text) || IMPOSTOR.test(title));
}
