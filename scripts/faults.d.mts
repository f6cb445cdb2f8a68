/** SECURITY.md as it should be. Throws Error that names each test that is listed and is not there. */
export function securityDocument(): string;
