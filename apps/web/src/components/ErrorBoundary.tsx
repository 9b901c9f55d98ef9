import { Component, type ReactNode } from 'react';
import { ApiProblem, localCodes } from '../api/problem.ts';
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
    if (!isMissingPart(error) || !navigator.onLine || sessionStorage.getItem('hengchan.reloaded') === 'yes')
      return;
    sessionStorage.setItem('hengchan.reloaded', 'yes');
    window.location.reload();
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="page">
        <ErrorState problem={isMissingPart(error) ? missingPart() : error} />
      </div>
    );
  }
}

/** A part of the application that could not be fetched: no network, or a newer version is out. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

const missingPart = (): ApiProblem =>
  new ApiProblem(0, {
    code: localCodes.offline,
    title: '这一页没有读到',
    detail: '可能是网络断了，或者系统刚刚更新。请检查网络后再试。已填写的内容保存在本机，不会丢失。',
  });
