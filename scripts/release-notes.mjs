/** The changelog and the version of a release, as texts. */

const STEPS = ['major', 'minor', 'patch'];
const UNRELEASED = '## Unreleased';

/** The version after `version` (https://semver.org): a step up, or the one that is named. Throws Error where that is none, or not higher. */
export function nextVersion(version, step) {
  const parts = version.split('.').map(Number);
  const at = STEPS.indexOf(step);
  const next = at < 0 ? step : parts.map((part, index) => (index < at ? part : index === at ? part + 1 : 0)).join('.');
  if (!/^\d+\.\d+\.\d+$/.test(next ?? ''))
    throw new Error(`Say major, minor, patch or a version like 1.2.3, not ${step}.`);
  if (next.localeCompare(version, 'en', { numeric: true }) <= 0) throw new Error(`${next} is not above ${version}.`);
  return next;
}

/** The changelog with what is unreleased under the version and its day, and a new empty place for what comes. Throws Error where nothing is unreleased. */
export function releaseNotes(changelog, version, day) {
  const [before, after] = changelog.split(`${UNRELEASED}\n`);
  const notes = after?.split(/^## /m)[0].trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing under “${UNRELEASED}”: write what changed for people first.`);
  return { notes, changelog: `${before}${UNRELEASED}\n\n## ${version} (${day})\n${after}` };
}
