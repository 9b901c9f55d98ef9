/** What signing in and administering accounts can be refused with. Declared beside the rules, in the platform. */
export { accountErrors as errors } from '@hengchan/platform';
