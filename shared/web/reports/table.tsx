interface Props {
  caption: string;
  head: readonly string[];
  /** The first of each row says what the row is about. */
  rows: readonly (readonly string[])[];
}

/** The numbers of a picture, for screen readers. */
export function HiddenTable(props: Props) {
  return (
    <div class="away">
      <Table {...props} />
    </div>
  );
}

/** Numbers in rows and columns. */
export function Table({ caption, head, rows }: Props) {
  return (
    <table>
      <caption class="away">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td data-label={head[column + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
