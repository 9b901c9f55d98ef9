export { errors } from './errors.ts';
export { accountsPlugin } from './plugin.ts';
export { showSession, showUser } from './show-user.ts';
