export { addressIn as addressed } from '../../../core/provider/made';
