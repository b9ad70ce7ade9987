import access from './access.json';
import account from './account.json';
import app from './app.json';
import archive from './archive.json';
import audit from './audit.json';
import auth from './auth.json';
import backups from './backups.json';
import charts from './charts.json';
import dashboard from './dashboard.json';
import design from './design.json';
import errors from './errors.json';
import exporting from './exporting.json';
import firewall from './firewall.json';
import forms from './forms.json';
import importing from './importing.json';
import jobs from './jobs.json';
import lookingBack from './looking-back.json';
import packs from './packs.json';
import people from './people.json';
import outbox from './outbox.json';
import records from './records.json';
import registers from './registers.json';
import riskCriteria from './risk-criteria.json';
import settings from './settings.json';

export const texts = {
  access,
  account,
  app,
  archive,
  audit,
  auth,
  backups,
  charts,
  dashboard,
  design,
  errors,
  exporting,
  firewall,
  forms,
  importing,
  jobs,
  lookingBack,
  packs,
  people,
  outbox,
  records,
  registers,
  riskCriteria,
  settings,
};
