import type { CreateSystem } from '../../../shared/usecases/identity/create-lead.ts';
import type { EraseSystem } from '../../../shared/usecases/identity/erase-lead.ts';
import type { LeadPageSystem } from '../../../shared/usecases/identity/lead-page/read-lead-page.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import type { ShowPage } from '../show-page.ts';

/** What the page of one lead is answered with. */
export interface LeadRoute {
  system: LeadSystem & LeadPageSystem & EraseSystem & CreateSystem;
  show: ShowPage;
  timeZone: string;
}
