/** Throws Error that names each budget that the build in a folder is over. */
export function requireBudgets(build: string): void;
