import { heard } from '../../shared/domain/said.ts';

/** What a schema says in English of each thing that is wrong; undefined when nothing is. */
export function messagesOf(result: { error?: { issues: { message: string }[] } | undefined }) {
  return result.error?.issues.map(({ message }) => heard(message)?.en ?? message);
}
