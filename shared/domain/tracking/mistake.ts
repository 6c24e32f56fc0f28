/** Why something was refused or left out: the field, such as `events[2].id`, and what would be right. */
export interface Mistake {
  field: string;
  reason: string;
  tooLarge?: true;
}
