/** What the twin runs of a resource type. A property that is in neither list is refused by name. */
export interface SupportedType {
  runs: readonly string[];
  /** Properties without effect on this machine. */
  leaves?: readonly string[];
  /** The members that are run of a nested property; `[]` stands for each item of a list. */
  nested?: Record<string, readonly string[]>;
}
