/** The `source` of every domain event on the bus. */
export const SOURCE = 'kansrijk';
