/** What sales writes about invented leads. */
export const notes = {
  needs: [
    'Hundreds of addresses from fairs, and nobody knows who to call first',
    'Sales calls everybody who downloads something',
    'Wants to see what comes of its campaigns',
  ],
  urgencies: ['Before the fair in spring', 'This quarter', 'When the contract they have ends'],
  buyingStages: ['Compares three suppliers', 'Writes down what it needs', 'Has seen a demo'],
  decisionMakers: ['Director and head of marketing', 'The owner, alone', 'Head of sales, with finance'],
  budgets: ['Set aside for this year', 'In the budget of marketing', 'The board has to approve it'],
  evidence: {
    need: ['Said so in the call, with the numbers of last year', 'Sent the list of what it needs'],
    budget: ['Finance confirmed it by mail', 'Stands in the plan that they showed'],
    authority: ['Signed the last three contracts', 'Director, by the trade register'],
  },
  lost: ['Chose another supplier', 'No budget this year', 'Builds it itself', 'The plan was put off'],
  other: 'Is with a partner of ours',
  /** Criteria that showed a bad fit, with their values. */
  badFits: [
    { criterion: 'employees', value: '3' },
    { criterion: 'jobTitle', value: 'Student' },
  ],
} as const;
