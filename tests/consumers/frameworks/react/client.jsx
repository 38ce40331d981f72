import { createRoot } from 'react-dom/client';
import { Composer } from './Composer.jsx';

createRoot(document.getElementById('app')).render(<Composer />);
