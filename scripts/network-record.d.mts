export function judgeRecord(path: string): { counts: Record<string, number>; strays: string[] };
