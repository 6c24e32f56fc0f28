/** The parameters of a call in AWS's query protocol, such as `Destinations.member.1`. */
export type Query = Record<string, string>;

/** The members of a list of texts. */
export function members(query: Query, name: string): string[] {
  return Object.entries(query)
    .filter(([key]) => key.startsWith(`${name}.member.`) && !key.slice(name.length + 8).includes('.'))
    .sort(([a], [b]) => Number(a.split('.').pop()) - Number(b.split('.').pop()))
    .map(([, value]) => value);
}

/** The members of `Tags`: pairs of `Name` and `Value`. */
export function tagMembers(query: Query): Record<string, string> {
  const tags = Object.keys(query).flatMap((key) => /^Tags\.member\.(\d+)\.Name$/.exec(key)?.[1] ?? []);
  return Object.fromEntries(
    tags.map((number) => [
      query[`Tags.member.${number}.Name`] ?? '',
      query[`Tags.member.${number}.Value`] ?? '',
    ]),
  );
}

/** The response to a call, around the XML of its result. */
export function xmlResponse(operation: string, requestId: string, result: string): string {
  return (
    `<${operation}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">` +
    `<${operation}Result>${result}</${operation}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`
  );
}
