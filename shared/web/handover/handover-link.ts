import { isLeadId, type LeadId } from '../../domain/identity/ids.ts';

/** What the address of a hand-over's page holds. */
export interface HandoverKey {
  lead: LeadId;
  number: number;
  token: string;
  /** The member of the team to whom alone it was mailed. */
  member?: string;
}

/** The address of the page of a hand-over. */
export function handoverLink(publicUrl: string, { lead, number, token, member }: HandoverKey): string {
  return `${publicUrl}/handover/${[lead, number, token, ...(member === undefined ? [] : [member])].join('.')}`;
}

/** The address of the page with the form for one answer open. Opening it records nothing. */
export function answerLink(link: string, answer: 'accept' | 'return'): string {
  return `${link}?answer=${answer}#${answer}`;
}

/** Parses the last part of the page's address; undefined if it is malformed. */
export function parseHandoverKey(text: string): HandoverKey | undefined {
  const [lead = '', number = '', token = '', member, ...more] = text.split('.');
  if (!isLeadId(lead) || !/^[1-9]\d{0,8}$/.test(number) || more.length > 0) return undefined;
  if (!/^[\w-]{1,100}$/.test(token) || (member !== undefined && !/^[a-z][a-z0-9-]{0,19}$/.test(member))) {
    return undefined;
  }
  return { lead, number: Number(number), token, ...(member !== undefined && { member }) };
}
