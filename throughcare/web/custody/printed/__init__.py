"""What is printed for the person: leaflet, receipt, reception record."""
