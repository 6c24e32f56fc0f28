export const en = {
  /** One message about several people. */
  crowd: {
    hand: {
      headline: (people: number) => `${people} people would like to talk to you`,
      why: 'Many people asked for contact within an hour, so these come in one message.',
    },
    reminder: {
      headline: (leads: number) => `Reminder: ${leads} leads await an answer`,
      why: 'Many leads became overdue within an hour, so these come in one message. Accept each lead, or return it with a reason.',
    },
    manager: {
      headline: (leads: number) => `Not taken up yet: ${leads} leads`,
      why: 'Many leads still have no answer, though sales was reminded, so these come in one message. Ask whoever they are for to answer, or answer the hand-overs yourself. There will be no other reminder.',
    },
  },
  /** A lead that was handed over already raised its hand again. */
  raised: {
    headline: (who: string) => `${who} asks for contact again`,
    isCustomer: (person: string) => `This customer belongs to ${person}.`,
    isHandedOver: 'This lead was handed over already.',
    isHandedOverTo: (person: string) => `This lead was handed over to ${person} already.`,
    next: 'Get in touch. There will be no new hand-over: you have this lead already.',
  },
  /** A colleague gave the lead to another. */
  assigned: {
    headline: (by: string, who: string, to: string) => `${by} gave ${who} to ${to}`,
    reason: (why: string) => `Why: ${why}`,
    noReason: 'No reason was written down.',
    sentBecause: (by: string) => `You get this because ${by} gave you this lead.`,
  },
  /** The moment of a planned call has come. */
  callDue: {
    headline: (who: string) => `Call ${who}`,
    notice: (time: string) => `This call was planned for ${time}.`,
    next: 'Log the call afterwards, then it is done.',
    sentBecause: (person: string) => `You get this because ${person} has this lead.`,
  },
  /** Nobody answered a hand-over in time. */
  overdue: {
    sales: 'sales',
    day: { one: 'working day', other: 'working days' },
    hour: { one: 'working hour', other: 'working hours' },
    waits: (waited: string, since: string) => `Has been waiting for an answer for ${waited}, since ${since}.`,
    agreed: (agreed: string) => `The agreement is: within ${agreed}.`,
    reminder: {
      headline: (who: string) => `Reminder: ${who} awaits an answer`,
      answer: 'Accept the lead, or return it with a reason.',
      escalates: (managerAt: string) => `Without an answer by ${managerAt}, the manager is notified.`,
    },
    manager: {
      headline: (who: string) => `Not taken up yet: ${who}`,
      wasReminded: 'Sales was reminded.',
      next: (person: string) =>
        `Ask ${person} for an answer, or answer the hand-over yourself. There will be no other reminder.`,
      sentBecause:
        'You get this message because Kansrijk knows you as the manager who hears when sales does not answer.',
    },
  },
};

export type FollowUpWords = typeof en;
