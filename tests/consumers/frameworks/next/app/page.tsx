import { Composer } from './composer';

export default function Page() {
  return <Composer />;
}
