/** A line of the story with a less important note, and the points it earned. */
export interface Line {
  text: string;
  note?: string;
  points?: string;
}

export interface Section {
  title: string;
  intro?: string;
  /** Says how many older lines were left out. */
  more?: string;
  lines: Line[];
  /** A page may fold it. */
  isDetail?: true;
}
