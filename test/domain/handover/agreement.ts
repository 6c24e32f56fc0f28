import { type Agreement, agreementSchema } from '../../../shared/domain/handover/agreement.ts';

/** The agreement in tests: a working day to answer, Monday to Friday, in Amsterdam. */
export const agreement: Agreement = agreementSchema.parse({ acceptWithinHours: 24, managerAfterHours: 48 });
