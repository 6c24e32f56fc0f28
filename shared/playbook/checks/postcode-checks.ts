import type { RoutingRule } from '../../domain/handover/routing/sales-rules.ts';
import type { Finding, Path } from '../mistake.ts';

interface Range {
  text: string;
  from: string;
  to: string;
  path: Path;
  /** The other conditions of the rule: ranges of rules that differ in these may overlap. */
  besides: string;
}

/** Ranges of postcodes that end before they start, or overlap. */
export function overlapFindings(routing: readonly RoutingRule[]): Finding[] {
  const ranges = routing.flatMap(rangesOf);
  return ranges.flatMap((range, index) => {
    const { text, from, to, path } = range;
    if (from.length !== to.length || to < from) {
      const remedy = 'write the lowest postcode, a dash and the highest, with as many digits';
      return [{ path, problem: `"${text}" is not a range`, remedy }];
    }
    const other = ranges.slice(0, index).find((earlier) => overlap(earlier, range));
    if (other === undefined) return [];
    const shared = `${from > other.from ? from : other.from}-${to < other.to ? to : other.to}`;
    const problem = `${shared} is also in ${other.text} of rule ${Number(other.path[1]) + 1}, which comes first`;
    return [{ path, problem, remedy: 'take these postcodes out of one of the two' }];
  });
}

function rangesOf({ when: { postcode = [], ...besides } }: RoutingRule, index: number): Range[] {
  return postcode.map((text, place) => {
    const [from = '', to = ''] = text.split('-');
    const path = ['routing', index, 'when', 'postcode', place];
    return { text, from, to, path, besides: JSON.stringify(besides) };
  });
}

function overlap(a: Range, b: Range): boolean {
  const isAlike = a.besides === b.besides && a.from.length === b.from.length;
  return isAlike && a.from <= b.to && b.from <= a.to;
}
