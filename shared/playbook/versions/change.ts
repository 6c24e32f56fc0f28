/** A value of a setting, as far as it is told. */
export type ChangeValue = string | number | boolean | readonly (string | number | boolean)[];

/** A difference between two playbooks. */
export interface PlaybookChange {
  /** Its path, such as `scoring.yaml`. */
  file: string;
  /**
   * Where in the file, by names instead of places in a list: `['rules', 'Pricing page', 'points']`. Empty for the file as
   * a whole.
   */
  at: readonly string[];
  /** `text`: the words of a mail, or only comments and layout of settings. */
  kind: 'changed' | 'added' | 'removed' | 'order' | 'text';
  /** Values before and after; absent where there was none, or where it is more than a value. */
  from?: ChangeValue;
  to?: ChangeValue;
  /** How people know the file of a mail: its subject. */
  title?: string;
}
