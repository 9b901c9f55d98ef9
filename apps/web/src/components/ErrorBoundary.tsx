import { Component, type ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';

/**
 * A page that fails keeps the head and the way on. A part that is gone after a new version was rolled out
 * reloads once, so nobody sees a blank screen during an update.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    const outdated =
      error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
    if (!outdated || sessionStorage.getItem('hengchan.reloaded') === 'yes') return;
    sessionStorage.setItem('hengchan.reloaded', 'yes');
    window.location.reload();
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <ErrorState problem={this.state.error} />;
  }
}
