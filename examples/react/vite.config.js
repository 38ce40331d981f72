export default { preview: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4173), strictPort: true } };
