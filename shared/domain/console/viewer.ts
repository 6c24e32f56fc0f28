import type { Lead } from '../identity/lead.ts';

export const ROLES = ['sales', 'marketing', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever is signed in to the console. */
export interface Viewer {
  email: string;
  name: string;
  role: Role;
  /** Their key in the sales team of the playbook, if they are in it. */
  member?: string;
}

/** What people may do in the console, besides what everybody there may. */
const rights = {
  'see-all-leads': ['marketing', 'admin'],
  'answer-for-sales': ['sales', 'admin'],
  'add-leads': ['sales', 'marketing', 'admin'],
  'change-values': ['sales', 'marketing', 'admin'],
  'change-nurture': ['marketing', 'admin'],
  'see-playbook': ['sales', 'marketing', 'admin'],
  'change-playbook': ['marketing', 'admin'],
  'handle-failures': ['admin'],
  erase: ['admin'],
  'keep-people': ['admin'],
  'keep-keys': ['admin'],
  'read-log': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** Somebody asked for what their role does not allow. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';

  readonly right: Right;

  constructor(right: Right) {
    super(`The role does not allow: ${right}`);
    this.right = right;
  }
}

/** Whether the role of a viewer allows it. */
export function may({ role }: Pick<Viewer, 'role'>, right: Right): boolean {
  const roles: readonly Role[] = rights[right];
  return roles.includes(role);
}

/** @throws NotAllowed when the role of the viewer does not allow it */
export function assertMay(viewer: Pick<Viewer, 'role'>, right: Right): void {
  if (!may(viewer, right)) throw new NotAllowed(right);
}

/** Whether a viewer may see a lead: sales sees those that were ever handed over, the others see all. */
export function maySee(viewer: Pick<Viewer, 'role'>, { handover }: Pick<Lead, 'handover'>): boolean {
  return handover !== undefined || may(viewer, 'see-all-leads');
}
