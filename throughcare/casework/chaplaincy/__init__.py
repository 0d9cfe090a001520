"""Who asks for a representative of a faith, who came, which services are held (NMR 65)."""
