import type { BrandWords, PhrasePack } from "./phrase-pack";

export const spanish: PhrasePack = {
  category: "escritorios elevables",
  openings: {
    category: [
      "No hay una única mejor opción, pero unos pocos escritorios aparecen una y otra vez en las pruebas recientes y en las opiniones de quienes los tienen. Así se diferencian, y a quién le va cada uno.",
      "Depende del espacio, de tu altura y del presupuesto. Estos son los modelos que más recomiendan los expertos ahora mismo, con el motivo de cada uno.",
    ],
    comparison: [
      "Los fabricantes se diferencian menos en la carga que en la estabilidad, el ruido y el servicio. Así quedan tras unos meses de uso.",
      "Todos son sólidos; la diferencia está en los detalles. Las pruebas y los dueños coinciden a grandes rasgos.",
    ],
    problem: [
      "Cambiar de postura a menudo ayuda más que estar de pie todo el día. Empieza por la altura de la pantalla y de la silla, y después piensa si el problema es la mesa.",
      "Prueba primero lo que no cuesta nada: aprieta los tornillos, nivela las patas y pon lo pesado en el centro. Si no basta, el bastidor ha llegado a su límite.",
    ],
    branded: [
      "Esto dicen las pruebas y los dueños, sabiendo que los muebles son cuestión de gusto. En resumen: una opción seria.",
      "En resumen: sí, con algunas cosas que conviene saber antes. Esto destaca al comparar las opiniones.",
    ],
  },
  considerations: [
    "Antes de comprar, mide el espacio con la mesa en lo más alto, comprueba la posición más baja y lee qué dice la garantía de los motores. Una mesa lenta y silenciosa se lleva mejor que una rápida y ruidosa.",
    "Fíjate en el bastidor antes que en el tablero: un tablero se cambia fácil, un bastidor débil no. Si la compartes, las memorias valen lo que cuestan.",
  ],
  advice: [
    "Alterna: veinte minutos de pie por hora bastan para empezar. Una alfombrilla y la pantalla a la altura de los ojos importan más que la marca.",
    "Un travesaño quita casi todo el movimiento, y un bastidor más profundo también. Evita los últimos centímetros de recorrido.",
  ],
  closings: [
    "Si me dices tu altura, tu presupuesto y tu equipo, puedo afinar más.",
    "Los precios cambian a menudo: compara el día de la compra.",
  ],
  refusals: [
    "Lo siento, no puedo ayudar a elegir un producto concreto.",
    "No puedo recomendar marcas concretas para esto.",
  ],
  headings: ["La selección", "Lo que destaca", "En comparación"],
  searchSuffixes: ["opiniones", "comparativa 2026", "análisis"],
  proseLinks: [" merece un vistazo: ", " aparece a menudo: ", " es una apuesta segura – "],
  turns: ["En cambio:", "Una pega:", "Ojo:"],
  notToBuy: {
    headings: "\n\nNo es el que conviene a la mayoría: ",
    prose: " no es el que conviene a la mayoría: ",
    list: ": no es el que conviene a la mayoría: ",
  },
  tableHead: "| Escritorio | Ideal para | Cuidado con |",
  stop: ".",
  colon: ": ",
  gap: " ",
  currency: { before: "", after: " €", factor: 1 },
};

export const spanishBrands: Readonly<Record<string, BrandWords>> = {
  Halvorn: {
    strengths: [
      "se mantiene firme en lo más alto y su motor es más silencioso que la mayoría",
      "la garantía de doce años cubre el bastidor y la electrónica",
    ],
    weakness: "el tablero viene en pocos colores",
  },
  Verticore: {
    strengths: ["levanta varios monitores pesados sin perder velocidad", "trae cuatro memorias de serie"],
    weakness: "una vez montado cuesta moverlo",
  },
  Nordaka: {
    strengths: [
      "los tableros de madera maciza quedan bien en un salón",
      "su precio es difícil de superar con dos motores",
    ],
    weakness: "se mueve un poco por encima de 115 cm",
  },
  "Trestle & Pine": {
    strengths: [
      "cada tablero se corta a medida, también para rincones difíciles",
      "el acabado se puede lijar y aceitar de nuevo con los años",
    ],
    weakness: "la entrega tarda de seis a ocho semanas",
  },
  Kestrel: {
    strengths: [
      "la versión de esquina da sitio a dos personas",
      "la bandeja de cables y la regleta van en el precio",
    ],
    weakness: "el mando parece anticuado",
  },
  Ampline: {
    strengths: [
      "su aplicación recuerda levantarse y lleva un registro sencillo",
      "el bastidor de dos tramos baja lo bastante para personas bajas",
    ],
    weakness: "algunas funciones piden una cuenta",
  },
  Stélo: {
    strengths: [
      "con 95 cm de ancho cabe donde otros no caben",
      "la versión de manivela no necesita corriente",
    ],
    weakness: "no está pensado para más de 60 kg",
  },
};
