"""Pages of the room of custody: reception, orders, places, movements, dates, release."""
