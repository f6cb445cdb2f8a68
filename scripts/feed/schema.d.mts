import type { FeedSchema, FORMAT } from '../../lib/domain/feed-format';

export function schemaText(format: { FeedSchema: typeof FeedSchema; FORMAT: typeof FORMAT }): string;
