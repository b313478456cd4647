"""From view models to text: one module a format; ``terminal`` alone knows rich."""
