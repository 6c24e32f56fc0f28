/** Whether a path matches one of the patterns; one that ends in `*` matches every path that starts with it. */
export function matchesPath(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
}
