/** What is compared: how many of those who got a variant did this. What machines do never counts. */
export const MEASURES = ['opened', 'clicked', 'handed-over'] as const;
export type Measure = (typeof MEASURES)[number];
