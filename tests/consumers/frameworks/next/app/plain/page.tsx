import { Plain } from '../composer';

export default function Page() {
  return <Plain />;
}
