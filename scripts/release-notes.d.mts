export function nextVersion(version: string, step: string): string;
export function releaseNotes(changelog: string, version: string, day: string): { notes: string; changelog: string };
