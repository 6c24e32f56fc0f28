/** Whether a path is one of these; a pattern that ends in `*` stands for every path that starts so. */
export function matchesPath(path: string, patterns: readonly string[]): boolean {
  for (const pattern of patterns) {
    if (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern) return true;
  }
  return false;
}
