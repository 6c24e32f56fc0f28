/** How long backups of the table are kept, in days: what is erased is gone from them after that, too. */
export const BACKUP_DAYS = 35;
