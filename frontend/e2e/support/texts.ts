import enAccess from '../../src/locales/en/access.json' with { type: 'json' };
import enAccount from '../../src/locales/en/account.json' with { type: 'json' };
import enApp from '../../src/locales/en/app.json' with { type: 'json' };
import enArchive from '../../src/locales/en/archive.json' with { type: 'json' };
import enAudit from '../../src/locales/en/audit.json' with { type: 'json' };
import enAuth from '../../src/locales/en/auth.json' with { type: 'json' };
import enBackups from '../../src/locales/en/backups.json' with { type: 'json' };
import enCharts from '../../src/locales/en/charts.json' with { type: 'json' };
import enDashboard from '../../src/locales/en/dashboard.json' with { type: 'json' };
import enErrors from '../../src/locales/en/errors.json' with { type: 'json' };
import enExporting from '../../src/locales/en/exporting.json' with { type: 'json' };
import enFirewall from '../../src/locales/en/firewall.json' with { type: 'json' };
import enForms from '../../src/locales/en/forms.json' with { type: 'json' };
import enImporting from '../../src/locales/en/importing.json' with { type: 'json' };
import enJobs from '../../src/locales/en/jobs.json' with { type: 'json' };
import enLookingBack from '../../src/locales/en/looking-back.json' with { type: 'json' };
import enPacks from '../../src/locales/en/packs.json' with { type: 'json' };
import enPeople from '../../src/locales/en/people.json' with { type: 'json' };
import enRecords from '../../src/locales/en/records.json' with { type: 'json' };
import enRegisters from '../../src/locales/en/registers.json' with { type: 'json' };
import enRiskCriteria from '../../src/locales/en/risk-criteria.json' with { type: 'json' };
import enSettings from '../../src/locales/en/settings.json' with { type: 'json' };
import nlAccess from '../../src/locales/nl/access.json' with { type: 'json' };
import enOutbox from '../../src/locales/en/outbox.json' with { type: 'json' };
import nlAccount from '../../src/locales/nl/account.json' with { type: 'json' };
import nlApp from '../../src/locales/nl/app.json' with { type: 'json' };
import nlArchive from '../../src/locales/nl/archive.json' with { type: 'json' };
import nlAudit from '../../src/locales/nl/audit.json' with { type: 'json' };
import nlAuth from '../../src/locales/nl/auth.json' with { type: 'json' };
import nlBackups from '../../src/locales/nl/backups.json' with { type: 'json' };
import nlCharts from '../../src/locales/nl/charts.json' with { type: 'json' };
import nlDashboard from '../../src/locales/nl/dashboard.json' with { type: 'json' };
import nlErrors from '../../src/locales/nl/errors.json' with { type: 'json' };
import nlExporting from '../../src/locales/nl/exporting.json' with { type: 'json' };
import nlFirewall from '../../src/locales/nl/firewall.json' with { type: 'json' };
import nlForms from '../../src/locales/nl/forms.json' with { type: 'json' };
import nlImporting from '../../src/locales/nl/importing.json' with { type: 'json' };
import nlJobs from '../../src/locales/nl/jobs.json' with { type: 'json' };
import nlLookingBack from '../../src/locales/nl/looking-back.json' with { type: 'json' };
import nlPacks from '../../src/locales/nl/packs.json' with { type: 'json' };
import nlPeople from '../../src/locales/nl/people.json' with { type: 'json' };
import nlOutbox from '../../src/locales/nl/outbox.json' with { type: 'json' };
import nlRecords from '../../src/locales/nl/records.json' with { type: 'json' };
import nlRegisters from '../../src/locales/nl/registers.json' with { type: 'json' };
import nlRiskCriteria from '../../src/locales/nl/risk-criteria.json' with { type: 'json' };
import nlSettings from '../../src/locales/nl/settings.json' with { type: 'json' };

const nl = {
  access: nlAccess,
  account: nlAccount,
  app: nlApp,
  archive: nlArchive,
  audit: nlAudit,
  auth: nlAuth,
  backups: nlBackups,
  charts: nlCharts,
  dashboard: nlDashboard,
  errors: nlErrors,
  exporting: nlExporting,
  firewall: nlFirewall,
  forms: nlForms,
  importing: nlImporting,
  jobs: nlJobs,
  lookingBack: nlLookingBack,
  packs: nlPacks,
  people: nlPeople,
  outbox: nlOutbox,
  records: nlRecords,
  registers: nlRegisters,
  riskCriteria: nlRiskCriteria,
  settings: nlSettings,
};

/** What the screens say, by language: journeys look for the words a user would. */
export type Texts = typeof nl;

export const textsOf: Record<'nl' | 'en', Texts> = {
  nl,
  en: {
    access: enAccess,
    account: enAccount,
    app: enApp,
    archive: enArchive,
    audit: enAudit,
    auth: enAuth,
    backups: enBackups,
    charts: enCharts,
    dashboard: enDashboard,
    errors: enErrors,
    exporting: enExporting,
    firewall: enFirewall,
    forms: enForms,
    importing: enImporting,
    jobs: enJobs,
    lookingBack: enLookingBack,
    packs: enPacks,
    people: enPeople,
    outbox: enOutbox,
    records: enRecords,
    registers: enRegisters,
    riskCriteria: enRiskCriteria,
    settings: enSettings,
  },
};

/** A text with its figures filled in, as the screens do it: `{{name}}`, `{{count, number}}`. */
export const fill = (text: string, figures: Record<string, string | number>): string =>
  text.replace(/{{\s*(\w+)[^}]*}}/g, (_, name: string) => String(figures[name]));
